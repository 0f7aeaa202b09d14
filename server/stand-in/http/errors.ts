/** Twilio's codes for what can be wrong with a request. */
const codes = {
  400: 20001,
  401: 20003,
  402: 20402,
  403: 20403,
  404: 20404,
  405: 20004,
  410: 20404,
  413: 20001,
  415: 20422,
  422: 20422,
  429: 20429,
  500: 20500,
  503: 20503,
  504: 50001,
} as const;

export type ErrorStatus = keyof typeof codes;

export type ErrorBody = {
  code: number;
  message: string;
  httpStatusCode: number;
  userError: boolean;
  params: Record<string, string>;
};

/** The body of Conversations v2, which is older in style. */
export type OlderErrorBody = { code: number; message: string; more_info: string; status: number };

/** A failure that is answered with Twilio's error body. */
export class TwilioError extends Error {
  readonly status: ErrorStatus;
  readonly params: Record<string, string>;

  constructor(status: ErrorStatus, message: string, params: Record<string, string> = {}) {
    super(message);
    this.name = "TwilioError";
    this.status = status;
    this.params = params;
  }

  /** The body as Insights v3 writes it. */
  toBody(): ErrorBody {
    return {
      code: codes[this.status],
      message: this.message,
      httpStatusCode: this.status,
      userError: this.status < 500,
      params: this.params,
    };
  }

  /** The body as Conversations v2 writes it. */
  toOlderBody(): OlderErrorBody {
    const code = codes[this.status];
    return {
      code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status: this.status,
    };
  }
}

/** A 400 that names what is wrong. */
export function badRequest(message: string, params: Record<string, string> = {}): TwilioError {
  return new TwilioError(400, message, params);
}
