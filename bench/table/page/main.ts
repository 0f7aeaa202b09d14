import { showAg } from "./ag.ts";
import { showBare } from "./bare.ts";
import { showProduct } from "./product.tsx";

const params = new URLSearchParams(window.location.search);
const root = document.getElementById("root");
const table = params.get("table");
if (root && table === "product") showProduct(root);
else if (root && table === "bare") showBare(root);
else if (root) showAg(root, Number(params.get("rows")), Number(params.get("pageRows")));
