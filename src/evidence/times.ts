/** An instant as it is hashed, and as the log has it: ISO 8601 in UTC, with milliseconds. */
export const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
