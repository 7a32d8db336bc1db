import { manyVendors } from "../../test/page/many.ts";
import type { Registry } from "./registry.ts";

/** How many vendors change at once. */
const AT_ONCE = 10;

/** Publishes so many vendors under three regimes. Gives what publishes so many changes of theirs, ten in a set. */
export async function publishList({ call }: Registry, count: number) {
  await call("PATCH", "/v1/organisation", {
    name: "Acme",
    privacyEmail: "privacy@acme.example",
    regimes: ["eu", "uk", "ch"],
  });
  const draft = async (change: (number: number) => Promise<unknown>, announcement: object) => {
    const { number } = await call("POST", "/v1/change-sets", {});
    await change(number);
    await call("POST", `/v1/change-sets/${number}/announce`, announcement);
  };
  const slugs: string[] = [];
  await draft(
    async (number) => {
      for (const [index, vendor] of manyVendors(count).entries()) {
        slugs.push(`vendor-${index}`);
        await call("POST", `/v1/vendors?changeSet=${number}`, { ...vendor, slug: `vendor-${index}` });
      }
    },
    { baseline: true },
  );
  let made = 0;
  return async function change(changes: number): Promise<void> {
    for (const end = made + changes; made < end; )
      await draft(async (number) => {
        for (let index = 0; index < AT_ONCE && made < end; index += 1, made += 1)
          await call("PATCH", `/v1/vendors/${slugs[made % count]}?changeSet=${number}`, {
            website: `https://vendor.example/${made}`,
          });
      }, {});
  };
}
