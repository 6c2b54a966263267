import { useEditor } from "../session/Editor";
import { useStore } from "../ui/store";
import { EdgeDetails } from "./EdgeDetails";
import { ProcessDetails } from "./ProcessDetails";
import { StepDetails } from "./StepDetails";
import { StepsDetails } from "./StepsDetails";

/** The selected step or edge, or what several steps share; nothing selected, the process. */
export function Inspector() {
  const { steps, edges } = useStore(useEditor().selection);
  const [step] = steps;
  const [edge] = edges;
  if (steps.size > 1) return <StepsDetails ids={steps} />;
  if (step !== undefined) return <StepDetails key={step} id={step} />;
  if (edge !== undefined) return <EdgeDetails key={edge} id={edge} />;
  return <ProcessDetails />;
}
