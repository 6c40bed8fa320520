// LevelB.java - complaints of Apache PDFBox's preflight about files as PDF/A-1b (ISO 19005-1), a line each:
// FILE: CODE DETAILS. Prints nothing of a good file.
import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class LevelB {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            PreflightParser parser = new PreflightParser(new File(file));
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                for (ValidationError e : document.getResult().getErrorsList())
                    System.out.println(file + ": " + e.getErrorCode() + " " + e.getDetails());
            }
        }
    }
}
