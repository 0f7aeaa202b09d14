import formatCompiled from "use-intl/format-message/format-only";

type Format = typeof formatCompiled;
type Values = NonNullable<Parameters<Format>[2]>;

/** Complains about a value that is not there, which the built formatter would write as "undefined". */
const complaining: ProxyHandler<Values> = {
  get(values, name) {
    if (!Object.hasOwn(values, name)) throw new Error(`No value was given for ${String(name)}.`);
    return Reflect.get(values, name);
  },
};

/**
 * What the built page has instead of use-intl's formatter: its messages are compiled (scripts/compile-words.ts). Throws
 * where a value is missing, as use-intl's does: a newer server's sentence may have other values than this page knows.
 */
export function formatMessage(...[key, message, values, options]: Parameters<Format>): ReturnType<Format> {
  return formatCompiled(key, message, new Proxy(values ?? {}, complaining), options);
}

/** `t.raw` cannot give back what a message was made from. */
formatMessage.raw = false;
