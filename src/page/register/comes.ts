import { type Effect, effectOf } from "../../model/change/effect.ts";
import type { ChangeSetView, ChangeView } from "../../model/change/register.ts";
import type { IsoDate } from "../../model/values/dates.ts";
import type { Locale } from "../../model/values/text.ts";
import { fieldAt } from "../../model/vendor/diff.ts";
import { formatDate, wordsFor } from "../../words/index.ts";
import type { ListedService } from "./listed.ts";

/** What is to become of a service: in words, with the number of the change set that says so. */
export type Coming = { changeSet: number; text: string };

/** By vendor, the changes that are announced and not in force on a day, the sets in the order given. */
export type ComingChanges = ReadonlyMap<string, { changeSet: number; change: ChangeView; effect: Effect }[]>;

export function comingChanges(sets: readonly ChangeSetView[], today: IsoDate): ComingChanges {
  const coming = sets.flatMap(({ number, changes }) =>
    changes.flatMap((change) => {
      const effect = effectOf(change, today);
      return effect && effect.as !== "since" && change.kind !== "added" ? [{ changeSet: number, change, effect }] : [];
    }),
  );
  return Map.groupBy(coming, ({ change }) => change.vendor);
}

/** What these changes do to one service of their vendor; nothing where they are about others. */
export function comingTo({ entry, service }: ListedService, coming: ComingChanges, locale: Locale): Coming[] {
  const words = wordsFor(locale).page.comes;
  return (coming.get(entry.slug) ?? []).flatMap(({ changeSet, change, effect: { as, on } }) => {
    const leaves = !change.after?.services.some(({ key }) => key === service.key);
    const concerned = change.diff.some(({ path }) => [null, service.key].includes(fieldAt(path).service));
    if ((!leaves && !concerned) || as === "since") return [];
    return [{ changeSet, text: words[leaves ? "leaves" : "changes"][as](formatDate(on, locale)) }];
  });
}
