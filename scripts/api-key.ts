import { newApiKey } from "../src/model/values/api-key.ts";

// For ADMIN_API_KEY: set it, restart, and make the keys people use through POST /v1/api-keys.
console.log(newApiKey());
