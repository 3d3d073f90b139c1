package roster.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Refuses a form with files that cannot be read. This fails before it is known whether a page or the API is asked, so that both are answered by one. */
@ControllerAdvice
class UnreadableForm {

    @ExceptionHandler
    void refuse(MultipartException unreadable, HttpServletResponse response) throws IOException {
        boolean tooLarge = unreadable instanceof MaxUploadSizeExceededException;
        response.sendError((tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST).value());
    }
}
