import { announcedActs } from "./acts.ts";
import { announceScreen } from "./announce.ts";
import { announcedScreen } from "./announced.ts";
import { answersScreen } from "./answers.ts";
import { consoleAssets } from "./assets.ts";
import { changesScreen } from "./changes.ts";
import { customerFileScreen } from "./customer-file.ts";
import { customersScreen } from "./customers.ts";
import { deliveryScreen } from "./delivery.ts";
import { draftMailsScreen } from "./draft-mails.ts";
import { draftsScreen } from "./drafts.ts";
import { lawScreen } from "./law.ts";
import { logScreen } from "./log.ts";
import { newVendor } from "./new-vendor.tsx";
import { organisationScreen } from "./organisation.ts";
import { peopleRoutes } from "./people.ts";
import { personsScreen } from "./persons.ts";
import { signInRoutes } from "./sign-in.ts";
import { todayScreen } from "./today.ts";
import { toldScreen } from "./told.ts";
import { transfersScreen } from "./transfers.ts";
import { vendorEdits } from "./vendor-edits.tsx";
import { vendorPage } from "./vendor-page.ts";
import { vendorRemoval } from "./vendor-removal.ts";
import { vendorsScreen } from "./vendors.ts";

/** The console: its frame and sign-in first, then a router for each screen. */
export const consoleScreens = [
  signInRoutes,
  consoleAssets,
  todayScreen,
  changesScreen,
  answersScreen,
  vendorsScreen,
  vendorPage,
  newVendor,
  vendorEdits,
  vendorRemoval,
  announcedScreen,
  announcedActs,
  customersScreen,
  customerFileScreen,
  personsScreen,
  toldScreen,
  transfersScreen,
  lawScreen,
  deliveryScreen,
  draftsScreen,
  draftMailsScreen,
  announceScreen,
  peopleRoutes,
  logScreen,
  organisationScreen,
];
