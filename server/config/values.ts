import { isLoopback } from "../twilio/connection.ts";
import { Fault, type Read } from "./variable.ts";

/** Text as it is. */
export const text: Read<string> = (value) => value;

export function wholeNumber(min: number, max: number): Read<number> {
  return (value) => {
    const number = Number(value);
    const isIn = /^\d+$/.test(value) && number >= min && number <= max;
    return isIn ? number : new Fault(`must be a whole number from ${min} to ${max}.`);
  };
}

export function oneOf<Word extends string>(...words: readonly Word[]): Read<Word> {
  return (value) => words.find((word) => word === value) ?? new Fault(`must be one of ${words.join(", ")}.`);
}

/** 1 for yes; 0 says the same as nothing. */
export const yes: Read<true | undefined> = (value) => {
  const word = oneOf("0", "1")(value);
  return word instanceof Fault ? word : word === "1" || undefined;
};

const units: Record<string, number> = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };

/** A size such as 500MB or 10 GB, in bytes. */
export const bytes: Read<number> = (value) => {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?)\s*([KMGT]?B)$/i.exec(value) ?? [];
  const factor = units[unit?.toUpperCase() ?? ""];
  return factor === undefined
    ? new Fault("must be a size such as 500MB or 10GB.")
    : Math.floor(Number(amount) * factor);
};

/** So many requests in so many seconds. */
export type RateLimit = { requests: number; seconds: number };

/** A limit such as 5/45s. */
export const rateLimit: Read<RateLimit> = (value) => {
  const [, requests, seconds] = /^([1-9]\d{0,5})\/([1-9]\d{0,4})s$/.exec(value) ?? [];
  if (requests === undefined) return new Fault("must be a limit such as 5/45s.");
  return { requests: Number(requests), seconds: Number(seconds) };
};

function wordsOf(value: string): string[] {
  return value.split(/[\s,]+/).filter(Boolean);
}

/** More than there are. */
const mostDialects = 500;

/** Whether they are names is known where the sample account is started. */
export const dialects: Read<string[]> = (value) => {
  const words = wordsOf(value);
  return words.length > mostDialects
    ? new Fault(`must be at most ${mostDialects} names of dialects with commas.`)
    : words;
};

/** Whole values of the Host header, in lower case. */
export const hostHeaders: Read<string[]> = (value) => {
  const hosts = wordsOf(value.toLowerCase());
  return hosts.some((host) => !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/.test(host))
    ? new Fault("must be host names such as dash.example.com or localhost:5173, with commas.")
    : hosts;
};

/** A host to listen on, without the brackets of an IPv6 address. */
export const host: Read<string> = (value) => {
  const name = value.replace(/^\[(.*)\]$/, "$1").toLowerCase();
  return /^[\w.:%-]+$/.test(name) ? name : new Fault("must be one host name or IP address, without a port.");
};

/** The address of an API, to which credentials are sent; without a slash at its end. */
export function address(example: string): Read<string> {
  return (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) {
      return new Fault(`must be an address such as ${example}.`);
    }
    if (url.username || url.password || url.search || url.hash) {
      return new Fault("must hold no user name, no query and no fragment.");
    }
    if (url.protocol === "http:" && !isLoopback(url.hostname)) {
      return new Fault("must begin with https://, because credentials are sent to it.");
    }
    return url.href.replace(/\/+$/, "");
  };
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/** The address of a proxy, which may be written without its scheme, and with a user and a password. */
export const proxyAddress: Read<string> = (value) => {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  const isProxy = url && /^https?:$/.test(url.protocol) && isDecodable(url.username) && isDecodable(url.password);
  return isProxy ? url.href : new Fault("must be an address such as http://proxy.example.com:3128.");
};
