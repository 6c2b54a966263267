import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useStore } from "../store";
import styles from "./Notices.module.css";
import { covered, dismiss, NOTICE_TIME, type Notice, notices } from "./notices";

/** The notices of the moment; read out as they come. */
export function Notices() {
  const all = useStore(notices);
  const stack = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = stack.current;
    if (!element) return;
    const measure = () => {
      const { height, top } = element.getBoundingClientRect();
      covered.set(height === 0 ? 0 : Math.ceil(innerHeight - top));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={stack} className={styles.stack} role="status" aria-live="polite">
      {all.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(notice.id), NOTICE_TIME);
    return () => clearTimeout(timer);
  }, [held, notice.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding a notice is a comfort, not an action
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{notice.message}</span>
      {notice.action && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            notice.action?.run();
            dismiss(notice.id);
          }}
        >
          {notice.action.label}
        </Button>
      )}
      <ActionIcon size="sm" aria-label="Dismiss" onClick={() => dismiss(notice.id)}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  );
}
