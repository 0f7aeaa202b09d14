import { Badge, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { findingsQuery } from "../api/account.ts";
import { failureText } from "../api/errors.ts";
import { formatTime } from "../format/time.ts";
import { say, t } from "../words/words.ts";
import classes from "./account.module.css";
import { CopyText } from "./CopyText.tsx";

/** What was found out about the account's API, each in a sentence and since when, and all of it as text to copy. */
export function Findings({ zone }: { zone: string }) {
  const { data, error } = useQuery(findingsQuery);
  if (error && !data)
    return (
      <Text size="xs" role="alert">
        {t("account.notRead", { why: failureText(error).title })}
      </Text>
    );
  if (!data) return <Text size="xs">{t("account.loading")}</Text>;
  return (
    <>
      <section>
        <h3 className={classes.heading}>{t("account.api")}</h3>
        {data.items.length === 0 && <Text size="xs">{t("account.nothing")}</Text>}
        <ul className={classes.list}>
          {data.items.map(({ kind, field, says, at, how }) => (
            <li key={`${kind} ${field ?? ""}`} className={classes.finding}>
              <span>
                {say(says)}
                {how === "guessed" && (
                  <>
                    {" "}
                    <Badge size="xs" variant="default" tt="none">
                      {t("account.guess")}
                    </Badge>
                  </>
                )}
              </span>
              <time dateTime={at} className={classes.quiet}>
                {formatTime(Date.parse(at), zone)}
              </time>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3 className={classes.heading}>{t("account.report")}</h3>
        <Text size="xs" mb={6}>
          {t("account.reportHint")}
        </Text>
        <CopyText label={t("account.copyReport")} text={data.report} />
      </section>
    </>
  );
}
