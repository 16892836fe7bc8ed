"""Pictures of patches: as Pd shows them (SVG, PNG), as mermaid diagrams, and as text."""
