import { useEffect, useState } from "react";

const MINUTE = 60_000;

/** The time, to the minute: whoever uses it is drawn again as it passes. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}
