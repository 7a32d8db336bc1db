import { Role } from "./user.ts";

/** Who somebody is, as an identity provider has said it and we have checked. */
export type Identity = {
  /** The provider. With the subject it is one person, whatever their address becomes. */
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the provider vouches that the address is theirs. */
  emailIsVerified: boolean;
  name: string | null;
  groups: string[];
};

/** Which role a group of the provider gives. */
export type GroupRole = { group: string; role: Role };

/** How users show who they are. */
export type SignInConfig = {
  /** Whether links are mailed, and those that were still sign in. */
  byMail: boolean;
  oidc: { issuer: string; clientId: string; clientSecret: string } | null;
  /** Cloudflare Access before the console: its team's address, and the tag of this application. */
  access: { teamUrl: string; audience: string } | null;
  /** What groups give; with none, only those who were invited sign in, with the role that they were given. */
  roles: GroupRole[];
};

/** The widest role that somebody's groups give; null where none does. */
export function roleOf(roles: readonly GroupRole[], groups: readonly string[]): Role | null {
  const given = roles.filter(({ group }) => groups.includes(group)).map(({ role }) => role);
  return Role.options.findLast((role) => given.includes(role)) ?? null;
}

/**
 * Reads "group=role, …". The name of a group may have commas and equals signs itself, as an LDAP one does. Null where an
 * entry has no role.
 */
export function groupRoles(text: string): GroupRole[] | null {
  const entry = new RegExp(`\\s*(.+?)\\s*=\\s*(${Role.options.join("|")})\\s*(?:,|$)`, "y");
  const roles: GroupRole[] = [];
  while (entry.lastIndex < text.length) {
    const [, group = "", role] = entry.exec(text) ?? [];
    const named = Role.safeParse(role);
    if (!named.success) return null;
    roles.push({ group, role: named.data });
  }
  return roles;
}
