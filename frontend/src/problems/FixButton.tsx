import { Button, type ButtonProps, Tooltip } from "@mantine/core";
import { NO_FIX, OFFLINE_NOTE, useOffline } from "./useOffline";

interface FixButtonProps extends Pick<ButtonProps, "variant" | "size" | "children"> {
  /** Whether what it opens is open. */
  expanded?: boolean;
  onClick: () => void;
}

const ON_HOVER_AND_FOCUS = { hover: true, focus: true, touch: true };

/** A button for a fix, which the server works out; while that is gone it stays, and says why. */
export function FixButton({ expanded, onClick, ...look }: FixButtonProps) {
  const offline = useOffline();
  // One that is open can be closed without any server.
  const disabled = offline && expanded !== true;
  return (
    <Tooltip label={NO_FIX} disabled={!disabled} events={ON_HOVER_AND_FOCUS}>
      <Button
        {...look}
        aria-expanded={expanded}
        aria-disabled={disabled || undefined}
        aria-describedby={disabled ? OFFLINE_NOTE : undefined}
        data-unavailable={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      />
    </Tooltip>
  );
}
