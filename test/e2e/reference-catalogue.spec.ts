import { coreWalk } from "./support/core-walk.ts";

coreWalk({ id: "Id", channel: "Channels", language: "Languages" });
