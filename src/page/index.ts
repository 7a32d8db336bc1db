/** The public page: pure functions of what is published, a date, and a language. */
export { renderCalendar } from "./calendar.ts";
export { renderChange } from "./change.tsx";
export { renderChanges } from "./changes.tsx";
export type { Frame, RegisterFrame } from "./frame.ts";
export { renderNotFound, renderUnavailable } from "./message.tsx";
export { PublishedList, publishedList, publishedListJsonSchema, publishedListSchemaPath } from "./published-list.ts";
export { type RegistryView, renderRegistry } from "./registry.tsx";
export { type AnswerField, type RespondView, renderRespond } from "./respond.tsx";
export { stylesheet, stylesheetPath } from "./style/index.ts";
export {
  renderConfirm,
  renderPreferences,
  renderSubscribed,
  renderSubscribeError,
  renderUnknownLink,
  renderUnsubscribe,
} from "./subscription.tsx";
