package planted.processes.engine;

public interface JobHandler {}
