import { SegmentedControl, Select } from "@mantine/core";
import { setKind } from "../../document/edits/setKind";
import { setStepField } from "../../document/edits/setStepField";
import { useTouchlineDocument } from "../../document/hooks";
import { fieldOf, WORDS, type Word } from "../../model/fields";
import {
  type Channel,
  isContentChannel,
  type Kind,
  type Outcome,
  type Step,
} from "../../model/snapshot";
import { CHANNEL_ICONS, KIND_ICONS } from "../../theme/icons";
import styles from "../Inspector.module.css";

const CHANNEL = fieldOf("step", "channel");
const OUTCOME = fieldOf("step", "outcome");

const options = ({ value, label }: Word) => ({ value, label });
const CHANNEL_OPTIONS = [
  {
    group: "Speak, write or meet",
    items: WORDS.channel.filter(({ touch }) => !touch).map(options),
  },
  {
    group: "Send something worth having",
    items: WORDS.channel.filter(({ touch }) => touch).map(options),
  },
];

/** What a step is: its kind and, as the kind goes, its channel or outcome. */
export function KindFields({ step }: { step: Step }) {
  const document = useTouchlineDocument();
  const ChannelIcon = step.channel === undefined ? null : CHANNEL_ICONS[step.channel];
  return (
    <>
      <KindSelect kind={step.kind} onWrite={(kind) => setKind(document, step.id, kind)} />
      {step.kind === "contact" && (
        <Select
          label={CHANNEL.label}
          placeholder={CHANNEL.placeholder}
          data={CHANNEL_OPTIONS}
          clearable
          clearButtonProps={{ "aria-label": "Clear the channel" }}
          allowDeselect={false}
          searchable
          selectFirstOptionOnChange
          // What is typed takes the place of the channel that is there.
          onClick={(event) => event.currentTarget.select()}
          onFocus={(event) => event.currentTarget.select()}
          nothingFoundMessage="No channel of that name"
          leftSection={ChannelIcon && <ChannelIcon size={16} stroke={1.75} aria-hidden />}
          {...(isContentChannel(step.channel)
            ? { description: "A touch: content that keeps the silence from growing" }
            : {})}
          value={step.channel ?? null}
          onChange={(channel) =>
            channel === null
              ? setStepField(document, step.id, "channel", undefined)
              : setKind(document, step.id, "contact", { channel: channel as Channel })
          }
        />
      )}
      {step.kind === "end" && (
        <div className={styles.group}>
          <span className={styles.label} id="outcome-label">
            {OUTCOME.label}
          </span>
          <SegmentedControl
            aria-labelledby="outcome-label"
            fullWidth
            size="xs"
            data={WORDS.outcome.map(options)}
            value={step.outcome ?? ""}
            onChange={(outcome) =>
              setKind(document, step.id, "end", { outcome: outcome as Outcome })
            }
          />
        </div>
      )}
    </>
  );
}

interface KindSelectProps {
  /** The kind, or null when several steps differ in it. */
  kind: Kind | null;
  onWrite: (kind: Kind) => void;
}

export function KindSelect({ kind, onWrite }: KindSelectProps) {
  const Icon = kind === null ? null : KIND_ICONS[kind];
  return (
    <Select
      label={fieldOf("step", "kind").label}
      placeholder="Several kinds"
      data={WORDS.kind.map(options)}
      allowDeselect={false}
      leftSection={Icon && <Icon size={16} stroke={1.75} aria-hidden />}
      value={kind}
      onChange={(value) => value !== null && onWrite(value as Kind)}
    />
  );
}
