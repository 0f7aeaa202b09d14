/**
 * One row per conversation with its number and its time, from the start ($1), the end ($2) and the count ($3).
 *
 * Time is cut into hours. Each weighs as the hour of its day and its day of the week do, a little more as the account
 * grows, and a little by chance; the conversations are dealt to the hours by weight, so their number is exact.
 */
export function slotsSql(days: number): string {
  const hours = days * 24;
  return `
    SELECT before + j AS n, least($2 - 1, slot_start + floor(draw(before + j, 'time') * 3600000000)::BIGINT) AS created,
      $2 AS newest, hour_of_day, weekend
    FROM (
      SELECT slot_start, hour_of_day, weekend,
        coalesce(lag(until) OVER (ORDER BY slot), 0) AS before, until - before AS many
      FROM (
        SELECT *, round($3 * sum(weight) OVER (ORDER BY slot) / sum(weight) OVER ())::BIGINT AS until
        FROM (
          SELECT *, (0.12 + exp(-((hour_of_day - 10) ** 2 / 14.0)) + 0.8 * exp(-((hour_of_day - 16) ** 2 / 12.0)))
              * CASE WHEN weekend THEN 0.45 ELSE 1 END * (0.75 + 0.4 * slot / ${hours}) * (0.8 + 0.4 * draw(slot, 'slot')) AS weight
          FROM (
            SELECT slot, $1 + slot * 3600000000 AS slot_start, (slot_start // 3600000000) % 24 AS hour_of_day,
              ((slot_start // 86400000000) + 4) % 7 IN (0, 6) AS weekend
            FROM range(${hours}) AS hours(slot)))))
    CROSS JOIN LATERAL unnest(range(many)) AS dealt(j)`;
}

/** As {@link slotsSql}, for conversations of the ten minutes before the end ($2): so many ($3), numbered from $1. */
export const latestSql = `
  SELECT n, created, $2 AS newest, (created // 3600000000) % 24 AS hour_of_day,
    ((created // 86400000000) + 4) % 7 IN (0, 6) AS weekend
  FROM (
    SELECT $1 + j AS n, $2 - 1 - floor(draw($1 + j, 'time') * 600000000)::BIGINT AS created
    FROM range($3) AS arrived(j))`;
