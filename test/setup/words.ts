import { loadConsole } from "../../src/words/index.ts";

// What is tested as a pure function finds its words, in whatever order the files run. That nothing forgets to load them
// is shown of a process in which nothing has (test/server.test.ts).
await loadConsole();
