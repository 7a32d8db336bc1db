import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { sha256 } from "../src/model/values/hash.ts";

/**
 * A migration that is committed has been run somewhere, and is not run there again: what is changed in it later never
 * arrives. So each stays as it is, and what is to change is a migration of its own, with a line of its own here.
 */
const COMMITTED = [
  {
    tag: "0000_registry",
    when: 1795700622179,
    sha256: "1e333d2842cd63523f9023ac5b748377f3ccb89c0da776e34b21a438b8e76cfc",
  },
  {
    tag: "0001_answers_reach_the_operator",
    when: 1795722344152,
    sha256: "0610a92f65b9281c606a026eaa64c878e7de456d78b47937f5f956bdab8531d8",
  },
  {
    tag: "0002_terms_of_contracts",
    when: 1795724022902,
    sha256: "5272ca3fe0a3f72754bccc33a0f435411584979422d005d0cdb4d6e0f163e2b1",
  },
  {
    tag: "0003_publishers_and_erasing",
    when: 1795724601059,
    sha256: "f391c8c7e4bc6fb1f52f84e77b49b0b59a4957252b7928700c63ca4a18dc2c16",
  },
  {
    tag: "0004_contacts_vouch_for_successors",
    when: 1795725198169,
    sha256: "5c0efa2e86cdb50f775a87b1667ea1430d744a94c08f19b7cf363c9ff0daff6e",
  },
  {
    tag: "0005_concern_per_change",
    when: 1795725486407,
    sha256: "02d7eca2abcfe47148d7e0b2cb7232b710120a7152258334037a10be95439125",
  },
  {
    tag: "0006_law_is_amended",
    when: 1795726115960,
    sha256: "1fffa68a754c95bf47d24a830bbb3493604705e68b4b4b78ba11d71f77d0c66d",
  },
  {
    tag: "0007_people_forgotten",
    when: 1795726575655,
    sha256: "fb1a8b28a4c78ca04463660cfcab3daa1ddc20ab1405ce5bd6afe33f542a01a9",
  },
  {
    tag: "0008_when_the_pace_was_said",
    when: 1795726697414,
    sha256: "3f56a7300274067cb08ef4c5d5866afaacd17853e6576f73d2832a2eacfec096",
  },
  {
    tag: "0009_rectification",
    when: 1795727205053,
    sha256: "5aebd5df104fb400509d22f8ee116a7ded04c972e07ad432b1ea077d82507812",
  },
  {
    tag: "0010_postponements",
    when: 1795728183884,
    sha256: "a540e8d8911b38d564c1e70357b7a3ac666bd88a123dd2271020005ee74b40e5",
  },
  {
    tag: "0011_references",
    when: 1795728565043,
    sha256: "3301b8da393902e72a50da5467c683b93b6c91ca716d1c16c115aa2f074456b9",
  },
  {
    tag: "0012_users",
    when: 1795730370162,
    sha256: "7f6dbc2d89838ef6e4eca31e6a14d7ce1f79f6a1202560ac6c883529a4f24922",
  },
  {
    tag: "0013_sessions",
    when: 1795731329004,
    sha256: "8b3daec58e7e850b4882586e2766af275234e01509c3a49a4a4164d6ae5fdec9",
  },
  {
    tag: "0014_sign_in_by_mail",
    when: 1795737260446,
    sha256: "6c4267d1fe80a3e0969f716ba168b52da4bb188e5517247b81763297cbd5d681",
  },
  {
    tag: "0015_objecting_until_the_effect",
    when: 1795738923543,
    sha256: "acf7dedeee5cd0ad003b47b074de1a96443279e06e4ef4a07d4d8cae2d3096a2",
  },
  {
    tag: "0016_single_sign_on",
    when: 1795739927768,
    sha256: "5595ada8440c09535e2f2cddab5508ada9238a2a4e877ff120688370b62e0a01",
  },
  {
    tag: "0017_former_words_and_mail_to_users",
    when: 1795748839567,
    sha256: "68c6ec7aefea83531af9872743f73a25a9c46c417388c981368d4785248cd6c9",
  },
  {
    tag: "0018_withdrawn_by_itself",
    when: 1795750566932,
    sha256: "feba66b1f7d5c2b5fb12c66b8f8d5f98d2814830304f498f2e73ca41e29d53af",
  },
  {
    tag: "0019_logo",
    when: 1795753052512,
    sha256: "337fc4294ed5e55a8daa01c6b6c6b4c1d05fecc66df0e764e88d41bce4375487",
  },
  {
    tag: "0020_questions_stand_beside",
    when: 1795755010119,
    sha256: "065db3f4cf4dd10aa4ed3e8e8d812c060f7cddea542af7afbd0682cd26d1f4dc",
  },
  {
    tag: "0021_reasons_in_languages",
    when: 1795761304838,
    sha256: "82c616eadddd00de4ed9b3bd84d75311778eca885f14be20cd35db082e021ffd",
  },
  {
    tag: "0022_sending_is_held",
    when: 1795762706615,
    sha256: "a4d8118c0992b8568a29c921ed0d1629c8df46025b46d22436b578dd52673371",
  },
  {
    tag: "0023_imports",
    when: 1795763033768,
    sha256: "a60de302fa34357422a80487e8c155d396ace6a661d5f8e3d4297281787282ad",
  },
  {
    tag: "0024_periods_of_contracts",
    when: 1795797284662,
    sha256: "f62602afc5587fd226f28c7d9b786a02d2a14283d6b92d2b18788f140f3c6df0",
  },
  {
    tag: "0025_addresses_are_confirmed",
    when: 1795819889517,
    sha256: "56e26ab7fc92258501d9fb8739ceb50bfa9d32818b53b2a9a9793eb74c8b3158",
  },
];

const folder = resolve(import.meta.dirname, "../migrations");
const sumOf = (tag: string) => sha256(readFileSync(join(folder, `${tag}.sql`)));

test("every committed migration is as it was, and each that is new has its line here", () => {
  const journal: { entries: { tag: string; when: number }[] } = JSON.parse(
    readFileSync(join(folder, "meta/_journal.json"), "utf8"),
  );
  expect(journal.entries.map(({ tag, when }) => ({ tag, when, sha256: sumOf(tag) }))).toEqual(COMMITTED);
});

test("migrations are run in the order of their times, and none lies beside the journal", () => {
  // One that is dated before another would be passed over where that one has been run.
  const times = COMMITTED.map(({ when }) => when);
  expect(times).toEqual([...new Set(times)].sort((one, other) => one - other));
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.sort()).toEqual(COMMITTED.map(({ tag }) => `${tag}.sql`));
});
