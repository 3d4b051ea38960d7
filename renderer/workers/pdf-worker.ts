// The half of pdf.js that reads files: it answers as soon as it is loaded. A worker of the app's own, so that its script comes from app:// like every other.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
