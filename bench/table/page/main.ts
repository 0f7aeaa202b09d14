import type { Prepare } from "./stage.ts";

/** The tables, each in a file of its own. */
const tables: Record<string, () => Promise<{ prepare: Prepare }>> = {
  bare: () => import("./bare.ts"),
  product: () => import("./product.tsx"),
  ag: () => import("./rivals/ag.ts"),
  tanstack9: () => import("./rivals/tanstack-9.tsx"),
  tanstack8: () => import("./rivals/tanstack-8.tsx"),
  glide: () => import("./rivals/glide.tsx"),
  mrt: () => import("./rivals/material.tsx"),
};

const params = new URLSearchParams(window.location.search);
const root = document.getElementById("root");
const table = tables[params.get("table") ?? ""];
if (!root || !table) throw new Error("There is no such table.");
const { prepare } = await table();
const stage = prepare(root, { total: Number(params.get("rows")), pageRows: Number(params.get("pageRows")) });
window.stage = stage;
if (params.get("start") !== "later") stage.start();
