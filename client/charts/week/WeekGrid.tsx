import { formatCount } from "../../format/numbers.ts";
import { t } from "../../words/words.ts";
import { clockName, hourLabel, type PreparedWeek, type WeekCell } from "./prepare.ts";
import { useWeekCursor } from "./use-week-cursor.ts";
import classes from "./Week.module.css";

const everySixHours = [0, 6, 12, 18];

type WeekGridProps = {
  title: string;
  prepared: PreparedWeek;
  /** Called with an hour that was chosen. Undefined where none can be. */
  onChoose?: ((cell: WeekCell) => void) | undefined;
};

/**
 * Seven lines of 24 cells. Where hours can be chosen they are buttons, of which the table has larger ones; else the cells
 * are one picture for those who listen. The table has the numbers.
 */
export function WeekGrid({ title, prepared, onChoose }: WeekGridProps) {
  const { shades, busiest, canChoose } = prepared;
  const summary = busiest
    ? t("charts.week.busiest", { day: busiest.day, hour: hourLabel(busiest.hour), count: busiest.count })
    : "";
  const label = `${title}. ${summary}`;
  return (
    <div className={classes.week}>
      {onChoose && canChoose ? (
        <Choices label={label} prepared={prepared} onChoose={onChoose} />
      ) : (
        <div className={classes.grid} role="img" aria-label={label}>
          <Hours />
          {prepared.days.map(({ name, long, cells }) => (
            <div key={long} className={classes.line}>
              <span className={classes.day}>{name}</span>
              {cells.map((cell) => (
                <Cell key={cell.hour} cell={cell} shades={shades} />
              ))}
            </div>
          ))}
        </div>
      )}
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

type ChoicesProps = { label: string; prepared: PreparedWeek; onChoose: (cell: WeekCell) => void };

function Choices({ label, prepared, onChoose }: ChoicesProps) {
  const { days, shades } = prepared;
  const { buttonOf, read } = useWeekCursor(prepared, onChoose);
  return (
    <fieldset className={classes.grid} aria-label={label}>
      <Hours />
      {days.map(({ name, long, cells }, day) => (
        <div key={long} className={classes.line}>
          <span className={classes.day} aria-hidden>
            {name}
          </span>
          {cells.map((cell) =>
            cell.stretch ? (
              <button
                key={cell.hour}
                type="button"
                className={classes.cell}
                aria-label={cell.name}
                title={`${cell.name}. ${t("charts.trend.hour.click")}`}
                {...buttonOf({ day, hour: cell.hour }, cell)}
              >
                <Shading cell={cell} shades={shades} />
              </button>
            ) : (
              <Cell key={cell.hour} cell={cell} shades={shades} />
            ),
          )}
        </div>
      ))}
      {read && (
        <span
          className={classes.read}
          // As far from the edge as its hour, and towards the middle.
          data-late={read.hour > 11 || undefined}
          style={{ gridRow: read.day + 2, gridColumn: read.hour + 2 }}
          aria-hidden
        >
          {days[read.day]?.cells[read.hour]?.name}
        </span>
      )}
    </fieldset>
  );
}

type CellProps = { cell: WeekCell; shades: PreparedWeek["shades"] };

function Cell({ cell, shades }: CellProps) {
  return (
    <span className={classes.cell} data-never={cell.shade === undefined || undefined} title={cell.name}>
      <Shading cell={cell} shades={shades} />
    </span>
  );
}

function Shading({ cell: { shade }, shades }: CellProps) {
  return shade === undefined ? null : <span className={classes.shade} style={{ opacity: shades[shade]?.opacity }} />;
}

/** The names of some hours: each cell has its own, so that screen readers do not need them. */
function Hours() {
  return (
    <div className={classes.line} aria-hidden>
      <span />
      {everySixHours.map((hour) => (
        <span key={hour} className={classes.hour}>
          {clockName(hour)}
        </span>
      ))}
    </div>
  );
}
