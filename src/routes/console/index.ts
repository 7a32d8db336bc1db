import { consoleAssets } from "./assets.ts";
import { changesScreen } from "./changes.ts";
import { organisationScreen } from "./organisation.ts";
import { peopleRoutes } from "./people.ts";
import { signInRoutes } from "./sign-in.ts";
import { vendorPage } from "./vendor-page.ts";
import { vendorsScreen } from "./vendors.ts";

/** The console: its frame and sign-in first, then a router for each screen. */
export const consoleScreens = [
  signInRoutes,
  consoleAssets,
  changesScreen,
  vendorsScreen,
  vendorPage,
  vendorPage,
  peopleRoutes,
  organisationScreen,
];
