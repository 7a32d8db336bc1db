/**
 * The network a visitor comes from, as limits count it: an IPv4 address, or the /64 that one visitor with IPv6 has to
 * themselves. Takes an address as proxies write it, with a port or without; null where it is none.
 */
export function networkOf(text: string): string | null {
  const bare = /^\[([^\]]*)\](:\d+)?$/.exec(text)?.[1] ?? text;
  const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(:\d+)?$/.exec(bare)?.[1];
  if (v4 !== undefined) return isDotted(v4) ? v4.split(".").map(Number).join(".") : null;
  const groups = groupsOf(bare);
  if (!groups) return null;
  const [, , , , , mapped, high = 0, low = 0] = groups;
  // An IPv4 visitor as a socket that speaks both shows them.
  if (mapped === 0xffff && groups.slice(0, 5).every((group) => group === 0))
    return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

const isDotted = (text: string): boolean => text.split(".").every((part) => Number(part) <= 255);

/** The eight numbers of an IPv6 address, which may name an interface (`%eth0`); null where it is none. */
function groupsOf(text: string): number[] | null {
  if (text.length > 64 || !/^[0-9a-f:.]+(%[\w.-]+)?$/i.test(text)) return null;
  const host = URL.parse(`http://[${text.replace(/%.*$/, "")}]`)?.hostname;
  if (!host) return null;
  // The one way of writing it that URLs have: lower case, without leading zeros, one run of zeros left out.
  const [head = [], tail = []] = host
    .slice(1, -1)
    .split("::")
    .map((half) => half.split(":").filter(Boolean));
  const gap = Array(8 - head.length - tail.length).fill("0");
  return [...head, ...gap, ...tail].map((group) => Number.parseInt(group, 16));
}
