import { heldAlone, heldByObjection } from "../../../model/change/say.ts";
import type { ReaderTerms } from "../../../model/people/reader.ts";
import { canonicalJson } from "../../../model/values/hash.ts";
import { formatList, wordsFor } from "../../../words/index.ts";
import { heading, type Passage, paragraph } from "../letter.ts";
import { hasAnswered } from "./answered.ts";
import { type AboutChangeSet, toldOn } from "./change-set.ts";
import { deadlineOf, isFollower, needsApproval, partOf, withoutDaysOver } from "./reader.ts";
import { ownWords } from "./written.ts";

/**
 * What an objection leads to (GDPR Art. 28(2) gives the chance to object, and leaves to the contract what follows): in the
 * words of the contract, else in those of the organisation; and whether an open one holds the change. Of several
 * customers each that differs by its name.
 */
export function objecting(
  about: AboutChangeSet,
  unheld = wordsFor(about.locale).mail.objection.leadsTo.examined,
): Passage[] {
  const { locale } = about;
  const words = wordsFor(locale).mail.objection.leadsTo;
  const alike = [...Map.groupBy(readersOf(about), (each) => canonicalJson(meaningOf(each, about))).values()];
  return [
    heading(words.heading),
    ...alike.flatMap((each) => {
      const [first = [FOLLOWER]] = each;
      const names = each.flatMap(([one]) => one?.name ?? []);
      const { remedies, held } = meaningOf(first, about);
      const whose = alike.length > 1 && names.length > 0 ? formatList(names, locale) : null;
      const said = remedies === null ? [] : [paragraph(words.saysFor(whose)), ownWords(about, remedies)];
      // What we say of it stands before what is agreed, not under it: nobody agreed to our sentence.
      return [
        paragraph(held === null ? unheld(whose) : words.holds(whose, held.only && formatList(held.only, locale))),
        ...said,
      ];
    }),
  ];
}

/** The same in what follows an announcement: to contacts who may still object, or are asked to approve, and have not answered. */
export function stillObjecting(about: AboutChangeSet): Passage[] {
  const left = about.terms?.filter((each) => !hasAnswered(each)) ?? [];
  const open = withoutDaysOver({ ...about, terms: left });
  if (isFollower(open)) return [];
  return deadlineOf(open) !== null || needsApproval(about) ? objecting(open) : [];
}

/** Whether every objection that the reader can make now would hold what concerns their customer. */
export const holdsAlways = (about: AboutChangeSet): boolean =>
  readersOf(about).every((each) => meaningOf(each, about).held !== null);

/** Nobody's contract says anything of a follower's objection. */
const FOLLOWER: ReaderTerms = { name: null, authorisation: "general", lastDayToObjectOn: null };

/** Of a customer whom several parts of the set concern, those parts are one reader's. */
function readersOf(about: AboutChangeSet): ReaderTerms[][] {
  const { terms = [] } = about;
  return terms.length > 0 ? [...Map.groupBy(terms, ({ name }) => name).values()] : [[FOLLOWER]];
}

function meaningOf(terms: readonly ReaderTerms[], about: AboutChangeSet) {
  const parts = terms.map((each) => ({ each, set: partOf(about, each) }));
  const held = parts.flatMap(({ each, set }) => heldByObjection(each, set, toldOn(about)));
  const all = parts.flatMap(({ set }) => set.changes);
  return {
    remedies: terms.find(({ remedies }) => remedies !== undefined)?.remedies ?? about.organisation.remedies ?? null,
    held: held.length > 0 ? { only: heldAlone(held, all) } : null,
  };
}
