/** The console: what whoever operates the registry reads. */
export const consoleWords = {
  name: "Console",
  title: (page: string, organisation: string) => `${page} · ${organisation}`,
  navigation: "Console",
  page: {
    today: "Today",
    changes: "Changes",
    answers: "Answers",
    vendors: "Vendors",
    customers: "Customers",
    transfers: "Transfers",
    delivery: "Delivery",
    organisation: "Organisation",
    people: "People",
    log: "Log",
  },
  theList: "The published list",
  signedInAs: (name: string) => `Signed in as ${name}`,
  signOut: "Sign out",
  roles: { read: "May read", write: "May write drafts", announce: "May announce", admin: "May administer" },
  signIn: {
    title: "Sign in to the console",
    button: "Sign in",
    link: "This link signs you in once, in this browser.",
    ended: "This link has been used already, or has expired.",
    email: "E-mail",
    byMail: (minutes: number) => `We mail you a link that signs you in once, within ${minutes} minutes.`,
    send: "Send me a link",
    wrong: "This is not an e-mail address.",
    byOidc: "Sign in with your company account",
    byAccess: "Sign in with Cloudflare Access",
    failed: {
      unreachable: {
        title: "The sign-in service does not answer",
        text: "You have not been signed in. Please try again in a few minutes; if it stays so, tell whoever runs the registry.",
      },
      declined: {
        title: "The sign-in service did not sign you in",
        text: "It refused, or you left it before the end. You can try again.",
      },
      untrusted: {
        title: "The answer of the sign-in service did not hold",
        text: "It is not meant for this registry, or not genuine, so you have not been signed in. If you came by the button of this page, tell whoever runs the registry: its settings may be wrong.",
      },
      expired: {
        title: "This sign-in was not begun here",
        text: "It was begun in another browser, is already over, or took longer than ten minutes. Please begin again.",
      },
      unverified: {
        title: "Your e-mail address is not confirmed",
        text: "The sign-in service does not vouch that the address of your account is yours. Once it does, you can sign in here.",
      },
      taken: {
        title: "This e-mail address belongs to another account",
        text: "Somebody has signed in with it under another account. Somebody who administers the registry can invite you with another address.",
      },
      unknown: {
        title: "You have not been invited yet",
        text: "We know who you are, but nobody has invited you. Somebody who administers the registry can do so.",
      },
      noRole: {
        title: "Your account has no role here",
        text: "We know who you are, but none of your groups allows you to work in this registry. Whoever looks after the accounts of your company can change that.",
      },
      removed: {
        title: "You have been removed from this registry",
        text: "Somebody who administers the registry has removed you, and can invite you again.",
      },
    },
    sent: {
      title: "Look into your mailbox",
      text: (minutes: number) =>
        `If somebody with this address works here, a link to sign in is on its way. It works once, within ${minutes} minutes.`,
      otherwise:
        "If nothing comes, look among unwanted mail, and whether you typed the address that you were invited with. Whoever runs the server can also make a link, with “npm run user”.",
      again: "Ask again",
    },
    signedOut: "You have signed out.",
  },
  today: {
    lead: "What waits for somebody, by its deadline.",
    empty: "Nothing waits for you.",
  },
  people: {
    users: "Users",
    usersLead: "Who operates the registry. The log names each of them, with whatever they do by their API keys.",
    person: "Name",
    email: "E-mail",
    role: "Role",
    removed: (date: string) => `Removed on ${date}`,
    invite: "Invite a person",
    inviteButton: "Invite",
    save: (name: string) => `Save the role of ${name}`,
    remove: (name: string) => `Remove ${name}`,
    you: "you",
    ownSessions: "Where you are signed in",
    sessions: "Who is signed in",
    session: (since: string, seen: string) => `Since ${since}, last used ${seen}`,
    thisBrowser: "this browser",
    end: (name: string, since: string) => `End the session of ${name} since ${since}`,
    endShort: "End",
    saved: "Saved.",
  },
  refused: {
    crossSite: {
      title: "This came from another site",
      text: "The console takes forms only from its own pages. Nothing was done.",
    },
    role: {
      title: "Your role does not allow this",
      text: "Nothing was done. Somebody who administers the registry can give you another role.",
    },
    signedOut: {
      title: "You are not signed in any more",
      text: "Nothing was done. Sign in again, and repeat it.",
    },
    wrong: { title: "Please check what you typed", notFound: "There is nothing here any more." },
    fresh: {
      title: "Please sign in again",
      text: "For this you need to have signed in within the last hour. Nothing was done.",
    },
  },
  wrong: {
    "email-taken": "Another user has this address.",
    "own-role": "Nobody takes the right to administer from themselves: another admin has to do it.",
    email: "This is not an e-mail address.",
    name: "Please give a name.",
    role: "Please choose a role.",
  },
};
