import { formatCount } from "../format/numbers.ts";
import { t } from "../words/words.ts";
import { hourName, type PreparedWeek, type WeekCell } from "./prepare/week.ts";
import classes from "./Week.module.css";

const everySixHours = [0, 6, 12, 18];

/** Seven lines of 24 cells. The cells are one picture for those who listen; the table has the numbers. */
export function WeekGrid({ title, prepared }: { title: string; prepared: PreparedWeek }) {
  const { shades, days, busiest } = prepared;
  const summary = busiest
    ? t("charts.week.busiest", { day: busiest.day, hour: hourName(busiest.hour), count: busiest.count })
    : "";
  return (
    <div className={classes.week}>
      <div className={classes.grid} role="img" aria-label={`${title}. ${summary}`}>
        <span />
        {everySixHours.map((hour) => (
          <span key={hour} className={classes.hour}>
            {`${String(hour).padStart(2, "0")}:00`}
          </span>
        ))}
        {days.map(({ name, long, cells }) => (
          <Day key={long} name={name} long={long} cells={cells} shades={shades} />
        ))}
      </div>
      <ul className={classes.legend} aria-label={t("charts.week.legend")}>
        {shades.map(({ from, to, opacity }) => (
          <li key={from}>
            <span className={classes.swatch}>
              <span className={classes.shade} style={{ opacity }} />
            </span>
            {from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

type DayProps = Pick<PreparedWeek, "shades"> & { name: string; long: string; cells: readonly WeekCell[] };

function Day({ name, long, cells, shades }: DayProps) {
  return (
    <>
      <span className={classes.day}>{name}</span>
      {cells.map(({ hour, count, shade }) => (
        <span
          key={hour}
          className={classes.cell}
          data-never={shade === undefined || undefined}
          title={
            shade === undefined
              ? t("charts.week.cellNever", { day: long, hour: hourName(hour) })
              : t("charts.week.cell", { day: long, hour: hourName(hour), count })
          }
        >
          {shade !== undefined && <span className={classes.shade} style={{ opacity: shades[shade]?.opacity }} />}
        </span>
      ))}
    </>
  );
}
