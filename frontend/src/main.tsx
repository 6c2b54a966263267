import "@mantine/core/styles.layer.css";
import "./theme/fonts.css";
import "./theme/base.css";
import "./theme/looks.css";
import "./theme/forced.css";
import { MantineProvider } from "@mantine/core";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./screen/App";
import { cssVariables, theme } from "./theme/mantine";
import { Notices } from "./ui/notices/Notices";

const root = document.getElementById("root");
if (root === null) throw new Error("The page has no element with the id “root”.");

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <App />
      <Notices />
    </MantineProvider>
  </StrictMode>,
);
