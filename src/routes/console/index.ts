import { announceScreen } from "./announce.ts";
import { consoleAssets } from "./assets.ts";
import { changesScreen } from "./changes.ts";
import { customerFileScreen } from "./customer-file.ts";
import { customersScreen } from "./customers.ts";
import { deliveryScreen } from "./delivery.ts";
import { draftsScreen } from "./drafts.ts";
import { lawScreen } from "./law.ts";
import { organisationScreen } from "./organisation.ts";
import { peopleRoutes } from "./people.ts";
import { personsScreen } from "./persons.ts";
import { signInRoutes } from "./sign-in.ts";
import { transfersScreen } from "./transfers.ts";
import { vendorPage } from "./vendor-page.ts";
import { vendorsScreen } from "./vendors.ts";

/** The console: its frame and sign-in first, then a router for each screen. */
export const consoleScreens = [
  signInRoutes,
  consoleAssets,
  changesScreen,
  vendorsScreen,
  vendorPage,
  customersScreen,
  customerFileScreen,
  personsScreen,
  transfersScreen,
  lawScreen,
  deliveryScreen,
  draftsScreen,
  announceScreen,
  peopleRoutes,
  organisationScreen,
];
