/**
 * Calls back when the parent is gone. npm hands a SIGTERM to the shell between it and a script, and the shell dies of
 * it without telling the script, which would then hold its port for ever.
 */
export function onOrphaned(callback: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    callback();
  }, 300);
  timer.unref();
}
