import type { z } from "zod";

/** A step of a pointer or of the keyboard, as both protocols write it. */
export type Step = Record<string, unknown>;
/** What one device does, step by step. */
export type Actions = { type: "pointer" | "key" | "none"; id: string; actions: Step[] };

/** What the two protocols have to give; everything else is made of it. */
export type Driver = {
  /** The browser's name and version. */
  name: string;
  goto: (url: string) => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** Runs a script that returns, or promises, a text. */
  run: (script: string) => Promise<string>;
  perform: (actions: readonly Actions[]) => Promise<void>;
  /** A picture of the first element that a selector finds, as base64. */
  picture: (css: string) => Promise<string>;
  /** Errors and warnings in the console until now; undefined where the protocol does not tell. */
  complaints: () => string[] | undefined;
  close: () => Promise<void>;
};

const until = 60_000;

/** Another browser than the tests' own, with a person's hand in it. */
export class Engine {
  constructor(private readonly driver: Driver) {}

  get name(): string {
    return this.driver.name;
  }

  goto(url: string): Promise<void> {
    return this.driver.goto(url);
  }

  resize(width: number, height: number): Promise<void> {
    return this.driver.resize(width, height);
  }

  complaints(): string[] | undefined {
    return this.driver.complaints();
  }

  /** A picture of the first element that a selector finds, once the page is drawn as it is now. */
  async picture(css: string): Promise<string> {
    const drawn = "(async () => { for (const _ of [1, 2]) await new Promise(requestAnimationFrame); return ''; })()";
    await this.driver.run(drawn);
    return this.driver.picture(css);
  }

  close(): Promise<void> {
    return this.driver.close();
  }

  /** What a function gives in the page. It gets one value and nothing else from here. */
  async run<Given, Out>(shape: z.ZodType<Out>, code: (given: Given) => Out | Promise<Out>, given: Given): Promise<Out> {
    const script = `(async () => JSON.stringify(await (${String(code)})(${JSON.stringify(given)})) ?? "null")()`;
    return shape.parse(JSON.parse(await this.driver.run(script)));
  }

  /** As {@link run}, again and again until `isRight` says so. */
  async waitFor<Given, Out>(
    shape: z.ZodType<Out>,
    code: (given: Given) => Out | Promise<Out>,
    given: Given,
    isRight: (out: Out) => boolean,
  ): Promise<Out> {
    const end = Date.now() + until;
    for (;;) {
      const out = await this.run(shape, code, given);
      if (isRight(out)) return out;
      if (Date.now() > end) throw new Error(`${this.name}: it never came, at last there was ${JSON.stringify(out)}`);
    }
  }

  async point(x: number, y: number): Promise<void> {
    const move = (left: number) => ({ type: "pointerMove", x: Math.round(left), y: Math.round(y), duration: 0 });
    await this.driver.perform([{ type: "pointer", id: "mouse", actions: [move(x - 3), move(x)] }]);
  }

  async click(x: number, y: number): Promise<void> {
    const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
    const move = { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 };
    await this.driver.perform([{ type: "pointer", id: "mouse", actions: [move, ...press] }]);
  }

  async type(text: string): Promise<void> {
    const keys = [...text].flatMap((value) => ["keyDown", "keyUp"].map((type) => ({ type, value })));
    await this.driver.perform([{ type: "key", id: "keys", actions: keys }]);
  }
}
