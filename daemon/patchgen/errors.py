"""Every error a user can meet, as one tree; each says what happened and what to do next.

PatchgenError
  ParseError            a .pd file that is no patch (line, column)
  NotationError         text that is no patch notation
  PatchUnusable         a given patch that cannot be continued
  MusicInvalid          a text or file that is no music, or not of the kind that is wanted
  EditUnclear           an instruction that means no box of the patch, or several
  PromptInvalid         an empty, oversized or binary prompt
  ConfigInvalid         a setting that is unknown or out of bounds
  PdMissing             no Pd on this machine
  PdFailed              Pd crashed, hung or could not be started
  ModelUnknown          no such model name or file
  ModelBroken           a file that llama.cpp cannot load
  EngineDied            the worker process ended in mid-job
  RemoteFailed          a server elsewhere that does not write
  TookTooLong           a job that was ended by the time-out
  NothingAdded          a model that leaves a given patch as it is
  GenerationFailed      no candidate survived the checks
  DownloadFailed        a model could not be fetched from the Hub
  OutputUnwritable      the output folder or file cannot be written
  HistoryUnusable       the history that cannot be read or written
  HistoryLacks          what is asked of the history is not in it
  PortInUse             another program listens where the daemon should
  Cancelled             the user stopped the job
"""


class PatchgenError(Exception):
    """Base of all expected errors: `message` says what happened, `hint` what to do next."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class ParseError(PatchgenError):
    """A text that is no Pd patch; `line` and `column` count from 1."""

    def __init__(self, message: str, *, line: int, column: int, hint: str = "") -> None:
        super().__init__(f"line {line}, column {column}: {message}", hint=hint)
        self.line = line
        self.column = column


class NotationError(PatchgenError):
    """A line that is not patch notation; `line` counts from 1."""

    def __init__(self, message: str, *, line: int, hint: str = "") -> None:
        super().__init__(f"line {line}: {message}", hint=hint)
        self.line = line


class PatchUnusable(PatchgenError):
    """A given patch that cannot be continued."""


class MusicInvalid(PatchgenError):
    """A text or file that is no music, or not of the kind that is wanted."""


class EditUnclear(PatchgenError):
    """An instruction that means no box of the patch, or several."""


class PromptInvalid(PatchgenError):
    """A prompt that cannot be used."""


class ConfigInvalid(PatchgenError):
    """A setting that is unknown or out of bounds."""


class PdMissing(PatchgenError):
    """No Pd was found."""


class PdFailed(PatchgenError):
    """Pd crashed, hung or could not be started."""


class ModelUnknown(PatchgenError):
    """No model has that name and no file that path."""


class ModelBroken(PatchgenError):
    """A model file that llama.cpp cannot load."""


class EngineDied(PatchgenError):
    """The process that runs the model ended in mid-job."""


class RemoteFailed(PatchgenError):
    """The server that runs the model elsewhere cannot be used."""


class TookTooLong(PatchgenError):
    """The job was ended by the time-out."""


class NothingAdded(PatchgenError):
    """The model leaves a given patch as it is."""


class GenerationFailed(PatchgenError):
    """No candidate survived the checks."""


class DownloadFailed(PatchgenError):
    """A model could not be fetched."""


class OutputUnwritable(PatchgenError):
    """A file or folder that cannot be written."""


class HistoryUnusable(PatchgenError):
    """The history cannot be read or written."""


class HistoryLacks(PatchgenError):
    """What is asked of the history is not in it."""


class PortInUse(PatchgenError):
    """Another program already listens on the port."""


class Cancelled(PatchgenError):
    """The user stopped the job."""
