import { answersScreen } from "./answers.ts";
import { consoleAssets } from "./assets.ts";
import { announcedActs } from "./changes/acts.ts";
import { announceScreen } from "./changes/announce.ts";
import { announcedScreen } from "./changes/announced.ts";
import { draftMailsScreen } from "./changes/draft-mails.ts";
import { draftsScreen } from "./changes/drafts.ts";
import { changesScreen } from "./changes/list.ts";
import { customerFileScreen } from "./customer-file.ts";
import { customersScreen } from "./customers.ts";
import { deliveryScreen } from "./delivery.ts";
import { importPlanScreen } from "./imports/plan.ts";
import { importUpload } from "./imports/upload.ts";
import { lawScreen } from "./law.ts";
import { logScreen } from "./log.ts";
import { organisationScreen } from "./organisation.ts";
import { peopleRoutes } from "./people.ts";
import { personsScreen } from "./persons.ts";
import { signInRoutes } from "./sign-in.ts";
import { todayScreen } from "./today.ts";
import { toldScreen } from "./told.ts";
import { transfersScreen } from "./transfers.ts";
import { vendorEdits } from "./vendors/edits.tsx";
import { vendorsScreen } from "./vendors/list.ts";
import { newVendor } from "./vendors/new-vendor.tsx";
import { vendorPage } from "./vendors/page.ts";
import { vendorRemoval } from "./vendors/removal.ts";

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
  importUpload,
  importPlanScreen,
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
