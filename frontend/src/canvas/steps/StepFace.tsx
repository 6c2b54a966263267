import type { CSSProperties } from "react";
import { nameFromAfar } from "../../geometry/sizes/nameFromAfar";
import { ICON_SIZE, type StepBox, type Words } from "../../geometry/sizes/stepBox";
import { foldOf, shapeOf } from "../../geometry/sizes/stepShape";
import { stepIcon } from "../../theme/icons";
import { tokens } from "../../theme/tokens";
import { useStore } from "../../ui/store";
import { useCanvas } from "../state/CanvasContext";
import styles from "./StepNode.module.css";

interface StepFaceProps {
  step: Words;
  box: StepBox;
  /** Whether the words are left out, as while they are typed on top. */
  wordless?: boolean;
}

/** What a step shows: its shape, its icon, and its words. */
export function StepFace({ step, box, wordless = false }: StepFaceProps) {
  const { width, height } = box;
  const large = useStore(useCanvas().afar) ? nameFromAfar(step, box) : null;
  const Icon = stepIcon(step);
  const fold = foldOf(step, width);
  const shape = shapeOf(step, width, height);
  return (
    <>
      <svg className={styles.shape} width={width} height={height} aria-hidden>
        <path className={styles.halo} d={shape} />
        <path className={styles.outline} d={shape} />
        {fold !== null && <path className={styles.fold} d={fold} />}
      </svg>
      {step.kind !== "decision" && (
        <Icon size={ICON_SIZE} stroke={1.75} className={styles.icon} aria-hidden />
      )}
      <div
        className={styles.words}
        dir="auto"
        data-hidden={wordless || undefined}
        style={large === null ? undefined : letters(large.scale)}
      >
        <Lines className={styles.name} lines={large?.lines ?? box.name} />
        {large === null && <Lines className={styles.detail} lines={box.details} />}
      </div>
    </>
  );
}

/** The letters of a name, so many times larger than usual. */
function letters(scale: number): CSSProperties {
  const { size, lineHeight } = tokens.font.step;
  return {
    "--step-font-size": `${size * scale}px`,
    "--step-line-height": `${lineHeight * scale}px`,
  } as CSSProperties;
}

function Lines({ className, lines }: { className: string | undefined; lines: readonly string[] }) {
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place
    <span key={index} className={className}>
      {line}
    </span>
  ));
}
