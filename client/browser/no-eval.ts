import { config } from "zod/mini";

// The first import of the page, before any schema: the library would try whether it may make functions out of text, and
// the content policy, which never lets it, has Firefox write an error into the console.
config({ jitless: true });
