import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Fragment, useCallback } from "react";
import { agentIcon } from "../../ui/agent-icon.tsx";
import type { AgentFigure, AgentList } from "../../view/view.ts";
import { t } from "../../words/words.ts";
import tableClasses from "../card/ChartTable.module.css";
import { Gap } from "../explore/Gap.tsx";
import { useLongTable } from "../explore/use-long-table.ts";
import { buttonFor } from "../explore/value-button.ts";
import type { ValueFilter } from "../explore/value-filter.ts";
import { ValueButton } from "../marks/ValueButton.tsx";
import classes from "./Agents.module.css";
import { agentColor } from "./figure.ts";
import type { AgentColumn, AgentLine } from "./prepare.ts";

type AgentsTableProps = {
  title: string;
  /** What is in the first column. */
  name: string;
  columns: readonly AgentColumn[];
  lines: readonly AgentLine[];
  list: AgentList;
  onHead: (figure: AgentFigure) => void;
  /** Undefined where the field cannot be filtered by. */
  filter: ValueFilter | undefined;
};

/** Agents with their figures: a press on a head sorts by it, a press on an agent filters. */
export function AgentsTable({ title, name, columns, lines, list, onHead, filter }: AgentsTableProps) {
  const keyOf = useCallback((index: number) => lines[index]?.key ?? "", [lines]);
  const { table, isLong, rows, after, measure, stop, keys } = useLongTable({
    count: lines.length,
    keyOf,
    isStop: (index) => lines[index]?.row.raw !== undefined && filter !== undefined,
  });
  return (
    <table
      ref={table}
      className={`${tableClasses.table} ${classes.table}`}
      {...(isLong ? { "aria-rowcount": lines.length + 1 } : {})}
    >
      <caption className={tableClasses.caption}>
        {isLong && stop !== undefined ? t("charts.explore.longTable", { title }) : title}
      </caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {columns.map((column) => (
            <Head key={column.figure} column={column} list={list} onHead={onHead} />
          ))}
        </tr>
      </thead>
      <tbody {...keys}>
        {rows.map(({ index, gap }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <Fragment key={line.key}>
              <Gap height={gap} columns={columns.length + 1} />
              <tr
                ref={measure}
                data-index={index}
                data-few={line.isFew || undefined}
                {...(isLong ? { "aria-rowindex": index + 2 } : {})}
              >
                <th scope="row">
                  <Name line={line} filter={filter} tabIndex={isLong && index !== stop ? -1 : undefined} />
                </th>
                {line.cells.map(({ figure, text, title: exact }) => (
                  <td key={figure} title={exact} data-figure={figure}>
                    {figure === "count" ? <Volume line={line} text={text} /> : text}
                  </td>
                ))}
              </tr>
            </Fragment>
          );
        })}
        <Gap height={after} columns={columns.length + 1} />
      </tbody>
    </table>
  );
}

function Head({ column, list, onHead }: { column: AgentColumn } & Pick<AgentsTableProps, "list" | "onHead">) {
  const { figure, head } = column;
  const isSorted = list.sort === figure;
  const Icon = list.direction === "DESC" ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? (list.direction === "DESC" ? "descending" : "ascending") : undefined}
      data-figure={figure}
    >
      <button type="button" className={classes.head} onClick={() => onHead(figure)}>
        {isSorted && <Icon size="0.75rem" stroke={2} aria-hidden />}
        <span>{head}</span>
      </button>
    </th>
  );
}

function Volume({ line, text }: { line: AgentLine; text: string }) {
  return (
    <span className={classes.volume}>
      <span className={classes.track} aria-hidden>
        <span className={classes.bar} style={{ width: `${100 * line.part}%`, backgroundColor: agentColor(line) }} />
      </span>
      <span className={classes.number}>{text}</span>
    </span>
  );
}

type NameProps = Pick<AgentsTableProps, "filter"> & { line: AgentLine; tabIndex: number | undefined };

/** Who it is, and whether software; the press that filters by it. */
function Name({ line: { label, row, isAi }, filter, tabIndex }: NameProps) {
  const { raw, kind } = row;
  const words = (
    <span className={classes.name}>
      {kind && agentIcon(kind)}
      <span className={classes.label} title={label} translate="no">
        {label}
      </span>
      {isAi && <span className={classes.ai}>{t("charts.agents.ai")}</span>}
    </span>
  );
  const press = buttonFor({ label, spellings: raw === undefined ? undefined : [raw] }, filter);
  if (!press) return words;
  return (
    <ValueButton className={`${tableClasses.value} ${classes.press}`} {...press} dimmed={false} tabIndex={tabIndex}>
      {words}
    </ValueButton>
  );
}
