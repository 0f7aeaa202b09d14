import { afterAll, vi } from "vitest";

// The files of a worker share the packages from node_modules, which cost most of what a file takes to begin. They do
// not share what modules of the project keep (the language of the screen, the gate of a rate limit, a server's state):
// the next file has those evaluated anew, as a page that is opened or a server that starts.
afterAll(() => void vi.resetModules());
