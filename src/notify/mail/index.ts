export { announcementMail } from "./announcement.ts";
export { alreadyFollowingMail, confirmationMail } from "./answers.ts";
export { noticeHeaders } from "./headers.ts";
export { addressed, type Mail, TOKEN } from "./mail.ts";
export { withdrawalMail } from "./withdrawal.ts";
