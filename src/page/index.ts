/** The public page: pure functions of what is published, a date, and a language. */
export { renderChange } from "./change.tsx";
export { renderChanges } from "./changes.tsx";
export type { DescribedChange, DescribedRow, Names } from "./describe.ts";
export { describeChange, describeField, fieldLabel } from "./describe.ts";
export type { Frame, RegisterFrame } from "./frame.ts";
export type { Filters } from "./listed.ts";
export { type Message, renderMessage, renderNotFound, renderUnavailable } from "./message.tsx";
export { PublishedList, publishedList, publishedListJsonSchema, publishedListSchemaPath } from "./published-list.ts";
export { type RegistryView, renderRegistry } from "./registry.tsx";
export { stylesheet, stylesheetPath } from "./style/index.ts";
export {
  type ConfirmState,
  type PreferencesView,
  renderConfirm,
  renderPreferences,
  renderSubscribed,
  renderSubscribeError,
  renderUnknownLink,
  renderUnsubscribe,
  type UnsubscribeState,
} from "./subscription.tsx";
