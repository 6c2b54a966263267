import { Button } from "@mantine/core";

/** The process as a file: chart, playbook or YAML. */
export function ExportMenu() {
  return <Button size="compact-md">Export</Button>;
}
