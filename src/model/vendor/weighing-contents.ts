import { foldName, isSameText, type LocalizedText } from "../values/text.ts";
import type { Ground } from "./grounds.ts";
import type { Certification, Cookie, Service } from "./vendor-document.ts";
import { namesBeyond, type Weighs } from "./weighing.ts";

/** What differences in texts, and in lists of things with names, weigh. */

/** What a service is for, as what and how. That the nature of processing is first stated, or no longer, takes nothing away. */
export const said =
  (of: "category" | "purpose" | "nature" | "legalBasis"): Weighs<LocalizedText | undefined> =>
  (before, after) => {
    if (before !== undefined && after !== undefined)
      return isSameText(before, after) ? [] : [{ code: "text-changed", of }];
    if (of === "nature") return [{ code: after === undefined ? "nature-not-stated" : "nature-stated" }];
    return [{ code: after === undefined ? "text-not-stated" : "text-stated", of }];
  };

/** Special categories of data (GDPR Art. 9). Where nothing is stated there are none. */
export const sensitive: Weighs<boolean | undefined> = (before = false, after = false) => {
  if (before === after) return [];
  return [{ code: after ? "sensitive-data-added" : "sensitive-data-removed" }];
};

const TRAINING: readonly Service["usedForTraining"][] = ["never", "with-consent", "yes"];

/** Whether data trains models. Before it is stated, nobody has been told that it does. */
export const training: Weighs<Service["usedForTraining"]> = (before = "never", after) => {
  if (after === undefined) return [{ code: "training-not-stated" }];
  const isWider = TRAINING.indexOf(after) > TRAINING.indexOf(before);
  return [{ code: isWider ? "training-wider" : "training-narrower", use: after }];
};

/** The cookies of one list and of another that have the same name. Names of cookies are told apart by case. */
function cookiesInBoth(before: Cookie[], after: Cookie[]) {
  const was = Map.groupBy(before, ({ name }) => name);
  return [...Map.groupBy(after, ({ name }) => name)].flatMap(([name, is]) => {
    const former = was.get(name);
    return former ? [{ name, was: former, is }] : [];
  });
}

const namesOf = (cookies: Cookie[]): string[] => [...new Set(cookies.map(({ name }) => name))];

export const cookieNames: Weighs<Cookie[]> = (before, after) => {
  const [was, is] = [namesOf(before), namesOf(after)];
  return [
    ...is.filter((name) => !was.includes(name)).map((name): Ground => ({ code: "cookie-added", name })),
    ...was.filter((name) => !is.includes(name)).map((name): Ground => ({ code: "cookie-removed", name })),
  ];
};

/** A purpose that is first stated, or no longer, is a detail of a cookie that was there. */
export const cookiePurposes: Weighs<Cookie[]> = (before, after) =>
  cookiesInBoth(before, after).flatMap(({ name, was, is }): Ground[] => {
    const [former, now] = [was, is].map((cookies) => cookies.flatMap(({ purpose }) => purpose ?? []));
    const isNew = now?.some((text) => !former?.some((each) => isSameText(each, text)));
    return isNew && former?.length ? [{ code: "cookie-purpose-changed", name }] : [];
  });

/** Who sets a cookie receives what it tells. Where nobody was named, whoever is named now is no other. */
export const cookieParties: Weighs<Cookie[]> = (before, after) =>
  cookiesInBoth(before, after).flatMap(({ name, was, is }): Ground[] => {
    const [former = [], now] = [was, is].map((cookies) => cookies.flatMap(({ setBy }) => setBy ?? []));
    if (former.length === 0) return [];
    return namesBeyond(now, former).map((party) => ({ code: "cookie-party-added", name, party }));
  });

export const cookieExpiry: Weighs<Cookie[]> = (before, after) =>
  cookiesInBoth(before, after).flatMap(({ name, was, is }): Ground[] => {
    const former = was.flatMap(({ expires }) => expires ?? []);
    const isNew =
      former.length > 0 &&
      namesBeyond(
        is.flatMap(({ expires }) => expires ?? []),
        former,
      ).length > 0;
    return isNew ? [{ code: "cookie-expiry-changed", name }] : [];
  });

export const certified: Weighs<Certification[] | undefined> = (before = [], after = []) => {
  const [was, is] = [before.map(({ name }) => name), after.map(({ name }) => name)];
  return [
    ...namesBeyond(is, was).map((name): Ground => ({ code: "certification-added", name })),
    ...namesBeyond(was, is).map((name): Ground => ({ code: "certification-removed", name })),
  ];
};

/** A certification that ends sooner than was stated. One that is renewed takes nothing from anybody. */
export const certificationExpiry: Weighs<Certification[] | undefined> = (before = [], after = []) =>
  after.flatMap(({ name, validUntil: until }): Ground[] => {
    const same = before.filter((each) => foldName(each.name) === foldName(name));
    const isSooner =
      until !== undefined && same.length > 0 && same.every(({ validUntil = "9999-12-31" }) => until < validUntil);
    return isSooner ? [{ code: "certification-shortened", name, until }] : [];
  });
