import { useComputedColorScheme } from "@mantine/core";
import { useState } from "react";
import { processThumbnail, templateThumbnail } from "../api/touchline";
import type { ProcessSummary } from "../api/types";
import styles from "./Home.module.css";

/** The chart of a stored process, as it was when the list was read. */
export function ProcessThumbnail({ process }: { process: ProcessSummary }) {
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return <Thumbnail src={processThumbnail(process.id, theme)} version={process.edited_at} />;
}

export function TemplateThumbnail({ name }: { name: string }) {
  const theme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  return <Thumbnail src={templateThumbnail(name, theme)} />;
}

/** The shape of a process; the name beside it says what it shows. */
function Thumbnail({ src, version }: { src: string; version?: string }) {
  // Another chart may be drawn where one could not.
  const [failed, setFailed] = useState<string | null>(null);
  const address = version === undefined ? src : `${src}&version=${encodeURIComponent(version)}`;
  return (
    <div className={styles.thumbnail}>
      {failed === address ? (
        <span className={styles.noChart}>The chart could not be drawn</span>
      ) : (
        <img src={address} alt="" loading="lazy" onError={() => setFailed(address)} />
      )}
    </div>
  );
}
