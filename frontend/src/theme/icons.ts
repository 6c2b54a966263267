/** The icon of each kind of step, channel and outcome. */
import {
  IconArticle,
  IconBook2,
  IconCalendarEvent,
  IconCheckbox,
  IconCircleX,
  IconFileCertificate,
  IconFileText,
  IconFlag,
  IconGitBranch,
  IconHeadphones,
  IconMail,
  IconMailOpened,
  IconMessage2,
  IconNotes,
  IconPencil,
  IconPhone,
  IconPlant2,
  IconPlayerPlay,
  IconPresentation,
  IconSocial,
  IconTrophy,
  IconUserCircle,
  IconUsers,
  IconVideo,
} from "@tabler/icons-react";
import type { Channel, Kind, Outcome, Step } from "../model/snapshot";

export type StepIcon = typeof IconPhone;

export const CHANNEL_ICONS: Readonly<Record<Channel, StepIcon>> = {
  call: IconPhone,
  meeting: IconUsers,
  "video call": IconVideo,
  email: IconMail,
  text: IconMessage2,
  letter: IconMailOpened,
  social: IconSocial,
  event: IconCalendarEvent,
  demo: IconPresentation,
  proposal: IconFileCertificate,
  article: IconArticle,
  recap: IconNotes,
  "white paper": IconFileText,
  "case study": IconBook2,
  "blog post": IconPencil,
  podcast: IconHeadphones,
};

export const OUTCOME_ICONS: Readonly<Record<Outcome, StepIcon>> = {
  won: IconTrophy,
  lost: IconCircleX,
  nurture: IconPlant2,
};

export const KIND_ICONS: Readonly<Record<Kind, StepIcon>> = {
  start: IconPlayerPlay,
  contact: IconUserCircle,
  task: IconCheckbox,
  decision: IconGitBranch,
  end: IconFlag,
};

/** The icon of a step: its channel's or outcome's where it has one, else its kind's. */
export function stepIcon(step: Pick<Step, "kind" | "channel" | "outcome">): StepIcon {
  if (step.kind === "contact" && step.channel !== undefined) return CHANNEL_ICONS[step.channel];
  if (step.kind === "end" && step.outcome !== undefined) return OUTCOME_ICONS[step.outcome];
  return KIND_ICONS[step.kind];
}
