import classes from "./Shape.module.css";

/** A sentiment's shape in its colour. Its name always stands beside it, so it is not read out. */
export function Shape({ shape, color }: { shape: string; color: string }) {
  return (
    <span className={classes.shape} style={{ color }} aria-hidden>
      {shape}
    </span>
  );
}
