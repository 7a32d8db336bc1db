/** Where a file is sent, and where the plans are. */
export const UPLOAD_PATH = "/console/import";
export const planPath = (id: string): string => `/console/imports/${id}`;
