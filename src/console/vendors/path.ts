/** The page of a vendor in the console. */
export const vendorPath = (slug: string) => `/console/vendors/${slug}`;
