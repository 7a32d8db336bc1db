import packageJson from "../../../package.json" with { type: "json" };

/** The head of the OpenAPI document; its paths come from the routes. */
export const openApiInfo = {
  openapi: "3.1.0",
  info: {
    title: "Subprocessor registry",
    version: packageJson.version,
    description:
      "Keeps the list of third parties that process personal data, publishes it, and tells subscribers before it " +
      "changes. Times are ISO 8601 instants ending `At`; dates, ending `On`, are in the organisation's time zone. " +
      "Sentences, such as `message`, `reason` of a verdict and `weightReason`, are in the first language of " +
      "`Accept-Language` that the organisation writes, else in its own; `Content-Language` says which. " +
      "Errors are RFC 9457 problems, in English. Every POST under /v1 but those of API keys and imports takes an `Idempotency-Key`.",
    license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
  },
  servers: [{ url: "/" }],
};
